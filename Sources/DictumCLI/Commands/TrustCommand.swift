import ArgumentParser

/// `dictum trust`: which models may run on this machine.
struct TrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Approve models to be run, list approvals, take them back.",
    discussion: """
      An approval is for exactly the bytes shown: commands, inputs, parameters, sweep, controls, \
      limits and what the sandbox lets through. It is kept in your state folder, never in the \
      library, so a library that you copy brings none.

      Examples:
        dictum trust model:independent-steps
        dictum trust show independent-steps
        dictum trust list
        dictum trust revoke independent-steps
      """,
    subcommands: [
      ApproveModel.self, ShowApproval.self, ListApprovals.self, RevokeApproval.self,
    ], defaultSubcommand: ApproveModel.self)
}
