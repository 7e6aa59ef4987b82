import DictumModel
import Testing

@testable import DictumRerun

/// What Slurm says, as version 22.05 says it, and what is made of it.
@Suite struct SlurmTextTests {
  @Test(arguments: [
    ("7", [7]), ("2-4", [2, 3, 4]), ("0-1,3", [0, 1, 3]), ("[2-3]", [2, 3]),
    ("0-8:4", [0, 4, 8]), ("4-6%2", [4, 5, 6]), ("1,5-5", [1, 5]), ("2-900,...", nil), ("", nil),
    ("N/A", nil), ("5-3", nil), ("1-", nil), ("-1", nil), ("0-9:0", nil), ("1-2-3", nil),
  ])
  func numbersOfElements(_ text: String, _ numbers: [Int]?) {
    #expect(ElementSet.numbers(text) == numbers)
  }

  @Test func whatScontrolSays() {
    let text = """
      JobId=1 ArrayJobId=1 ArrayTaskId=3-4 JobName=dictum-m.0 UserId=ada(1000) Priority=4294901759 \
      JobState=PENDING Reason=Resources Dependency=(null) Requeue=0 ExitCode=0:0 NodeList= \
      StartTime=Unknown Command=/lib/slurm/job.sh env JobState=FAILED WorkDir=/my notes/x
      JobId=3 ArrayJobId=1 ArrayTaskId=1 JobName=dictum-m.0 UserId=ada(1000) JobState=RUNNING \
      Reason=None ExitCode=0:0 TimeLimit=00:01:00 NodeList=n7 BatchHost=n7 NumNodes=1
      JobId=2 ArrayJobId=1 ArrayTaskId=0 JobName=dictum-m.0 JobState=NODE_FAIL Reason=NodeDown \
      ExitCode=0:0 NodeList=n7 BatchHost=n7

      JobId=9 ArrayJobId=9 ArrayTaskId=2 JobName=other JobState=RUNNING Reason=None
      """
    let elements = SlurmElement.read(scontrol: text, name: "dictum-m.0")
    let waiting = SlurmElement(state: "PENDING", reason: "Resources", exit: "0:0")
    #expect(
      elements == [
        0: SlurmElement(state: "NODE_FAIL", reason: "NodeDown", exit: "0:0", node: "n7"),
        1: SlurmElement(state: "RUNNING", reason: "None", exit: "0:0", node: "n7"),
        3: waiting, 4: waiting,
      ])
    #expect(SlurmElement.read(scontrol: text, name: "dictum-m.1") == [:], "numbers are used again")
    let cut = "JobId=1 ArrayTaskId=3-4,6,... JobName=m JobState=PENDING Reason=None"
    #expect(SlurmElement.read(scontrol: cut, name: "m") == nil)
    #expect(SlurmElement.read(scontrol: "No jobs in the system\n", name: "m") == [:])
  }

  @Test func whatSqueueSays() {
    let text = """
      7|CANCELLED|Resources||m
      6|COMPLETED|None|n1|m
      0|RUNNING|None|n1|other
      """
    #expect(
      SlurmElement.read(squeue: text, name: "m") == [
        7: SlurmElement(state: "CANCELLED", reason: "Resources"),
        6: SlurmElement(state: "COMPLETED", reason: "None", node: "n1"),
      ])
    #expect(SlurmElement.read(squeue: "N/A|RUNNING|None|n1|m", name: "m") == nil)
  }

  @Test(arguments: [
    ("PENDING", false), ("RUNNING", false), ("COMPLETING", false), ("CONFIGURING", false),
    ("SUSPENDED", false), ("REQUEUED", false), ("A_STATE_OF_LATER", false), ("", false),
    ("COMPLETED", true), ("FAILED", true), ("CANCELLED", true), ("NODE_FAIL", true),
    ("TIMEOUT", true), ("OUT_OF_MEMORY", true), ("PREEMPTED", true), ("BOOT_FAIL", true),
    ("DEADLINE", true), ("COMPLETED,COMPLETING", false), ("CANCELLED+", true),
  ])
  func whichStatesAreOver(_ state: String, _ isOver: Bool) {
    #expect(SlurmElement(state: state, reason: "").isOver == isOver)
  }

  /// Only the scheduler's own word makes a missing result a time-out or a want of memory.
  @Test(
    arguments: [
      (
        "NODE_FAIL", "NodeDown", "0:0", "", .lost,
        "job 1_2 ended as NODE_FAIL (NodeDown) on node n7 and left no result"
      ),
      (
        "CANCELLED", "None", "0:15", "", .lost,
        "job 1_2 ended as CANCELLED, exit status 0:15 on node n7 and left no result"
      ),
      (
        "TIMEOUT", "TimeLimit", "0:0", "", .timeout,
        "job 1_2 ended as TIMEOUT (TimeLimit) on node n7 and left no result"
      ),
      (
        "OUT_OF_MEMORY", "OutOfMemory", "0:125", "", .memory,
        "job 1_2 ended as OUT_OF_MEMORY (OutOfMemory), exit status 0:125 on node n7 and left no result"
      ),
      (
        "FAILED", "JobLaunchFailure", "0:9",
        "slurmstepd-n7: error: StepId=9.batch exceeded memory limit (762 > 524), being killed\n",
        .memory,
        """
        job 1_2 ended as FAILED (JobLaunchFailure), exit status 0:9 on node n7 and left no result
        slurmstepd-n7: error: StepId=9.batch exceeded memory limit (762 > 524), being killed
        """
      ),
      (
        "FAILED", "NonZeroExitCode", "1:0", "I exceeded memory limit, said the model\n", .lost,
        """
        job 1_2 ended as FAILED (NonZeroExitCode), exit status 1:0 on node n7 and left no result
        I exceeded memory limit, said the model
        """
      ),
      (
        "FAILED", "NonZeroExitCode", "127:0", "job.sh: exec: dictum\u{1B}: not found\n", .lost,
        """
        job 1_2 ended as FAILED (NonZeroExitCode), exit status 127:0 on node n7 and left no result
        job.sh: exec: dictum\\u{1B}: not found
        """
      ),
      (
        "COMPLETED", "None", "0:0", "", .lost,
        "job 1_2 ended as COMPLETED on node n7 and left no result"
      ),
    ] as [(String, String, String, String, RunRecord.Outcome, String)])
  func whatAnEndMeans(
    _ state: String, _ reason: String, _ exit: String, _ output: String,
    _ outcome: RunRecord.Outcome, _ message: String
  ) {
    let element = SlurmElement(state: state, reason: reason, exit: exit, node: "n7")
    let end = SlurmEnd(element, name: "1_2", output: Array(output.utf8))
    #expect(end.outcome == outcome && end.message == message)
  }

  @Test func aJobThatIsForgottenIsLost() {
    let end = SlurmEnd(nil, name: "1_2", output: [])
    #expect(end.outcome == .lost)
    #expect(end.message == "Slurm no longer knows job 1_2, which left no result")
  }

  @Test func howLargeAJobMayBe() {
    let config = """
      Configuration data as of 2026-11-21T10:12:33
      MaxArraySize            = 4001
      MaxDBDMsgs              = 20012
      MaxJobCount             = 10000
      """
    let partitions = """
      PartitionName=short AllowGroups=ALL Default=NO MaxNodes=4 MaxTime=01:30:00 Nodes=n[1-4]
      PartitionName=long AllowGroups=ALL Default=YES MaxTime=7-00:00:00 Nodes=n[1-9]
      PartitionName=free AllowGroups=ALL Default=NO MaxTime=UNLIMITED Nodes=n9
      """
    func limits(_ partition: String?) -> SlurmLimits {
      SlurmLimits(config: config, partitions: partitions, partition: partition)
    }
    #expect(limits(nil).elements == 4001 && limits(nil).minutes == 10_080)
    #expect(limits("short").minutes == 90 && limits("short").nodes == "n[1-4]")
    #expect(limits("free").minutes == nil && limits("free").nodes == "n9")
    let none = SlurmLimits(config: "", partitions: "", partition: nil)
    #expect(none.elements == 1001 && none.minutes == nil && none.nodes.isEmpty)
  }

  @Test(arguments: [
    ("/data/notes", "nfs4"), ("/data", "nfs4"), ("/database", "ext4"), ("/data/fast/x", "tmpfs"),
    ("/my notes/x", "xfs"), ("/", "ext4"),
  ])
  func whichFileSystem(_ path: String, _ kind: String) {
    let mounts = #"""
      21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      36 21 0:45 / /data rw,noatime shared:9 master:1 - nfs4 server:/export rw,vers=4.2
      37 36 0:46 / /data/fast rw - ext4 /dev/sdb1 rw
      38 36 0:47 / /data/fast rw - tmpfs none rw
      39 21 0:48 / /my\040notes rw - xfs /dev/sdc1 rw
      short line
      """#
    #expect(SharedFolder.kind(of: path, mounts: mounts) == kind)
  }

  @Test(arguments: [
    ("n1", "n1", true), ("n1", "n1.cluster.example", true), ("n[1-4]", "n1", false),
    ("n1", "login", false), ("", "", false),
  ])
  func whichNodesAreThisMachine(_ nodes: String, _ host: String, _ isOnly: Bool) {
    #expect(SharedFolder.isOnlyNode(nodes, host: host) == isOnly)
  }
}
