// DictumLedger: what cannot be derived from the notes, as text that git can merge: files of one JSON
// object a line, only ever appended to. Runs of models and the user's decisions are kept so.
