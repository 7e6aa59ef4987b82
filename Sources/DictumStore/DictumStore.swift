// DictumStore: the one place with SQL. It owns `.dictum/index.sqlite`, which is derived from the
// library's files and the ledger: whoever deletes it loses nothing but the time to ingest again.
//
// No type of GRDB leaves this room; what goes in and out are the values of DictumModel.
