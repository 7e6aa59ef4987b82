import Synchronization

/// Stops a run once, for the first reason given; from any thread, also before the run has begun.
final class Stopper: Sendable {
  private let state = Mutex<(keeper: Keeper?, reason: Ending.Stop?)>((nil, nil))

  /// The run to stop from now on.
  func attach(_ keeper: Keeper) {
    let isStopped = state.withLock { state in
      state.keeper = keeper
      return state.reason != nil
    }
    if isStopped { keeper.kill() }
  }

  /// Notes the reason, if it is the first, and kills.
  func stop(_ reason: Ending.Stop) {
    let keeper = state.withLock { state in
      state.reason = state.reason ?? reason
      return state.keeper
    }
    keeper?.kill()
  }

  /// Why it was stopped.
  var reason: Ending.Stop? { state.withLock { $0.reason } }
}
