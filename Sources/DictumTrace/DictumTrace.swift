// DictumTrace: follows a claim to who said it, what it cites, and what ran.
//
// It owns the choice of the claim that an address or a few words mean; what hangs on the claim is
// one read of the store.
