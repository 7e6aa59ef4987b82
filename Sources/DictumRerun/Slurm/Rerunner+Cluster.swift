extension Rerunner {
  /// Whether tasks of a run were submitted to a cluster.
  package func isSubmitted(_ batch: TaskBatch) -> Bool {
    SlurmBackend.has(folder(of: batch.runID).path)
  }

  /// Gives a run up: stops what goes on of it elsewhere, and removes what it left.
  package func giveUp(_ batch: TaskBatch, on backend: any TaskBackend) async {
    let place = folder(of: batch.runID)
    if backend.goesOn(in: place.path) { await backend.abandon(place.path) }
    forget(batch.runID)
  }
}
