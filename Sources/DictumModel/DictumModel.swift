// DictumModel: what a source, a speaker, a passage, a claim and a model *are*, and what each verb
// answers (`Results/`). Values only: it opens no file, knows no database, and imports nothing.
