/// Model cards with one mistake each, and the beginning of what is said of it.
enum ModelCardMistakes {
  struct Mistake: Sendable {
    let yaml: String
    let message: String
  }

  /// The mistakes, parted by empty lines; a card that does not begin with its type has `head` before.
  static let all: [Mistake] = (keys + expectations).split(separator: "\n\n").map { block in
    let parts = block.split(separator: "\n→ ", maxSplits: 1).map { String($0) }
    return Mistake(
      yaml: (parts[0].hasPrefix("type:") ? "" : ModelCardTests.head) + parts[0],
      message: parts.count == 2 ? parts[1] : "no message")
  }

  /// What is wrong with everything but expectations and controls.
  private static let keys = """
    type: model
    → 2:1: error: the model card has no id (write id: a-short-name)

    type: model
    id: m
    → 2:1: error: the model card has no run (write run: {command: […], inputs: […]})

    type: model
    id: m
    run: python3 m.py
    → 4:6: error: the model card has no run (write run: {command: […], inputs: […]})

    type: model
    id: m
    run:
      inputs: [a]
    → 5:3: error: run.command is not a list of words (write command: [python3, script.py]; a shell string is never run)

    type: model
    id: m
    run:
      command: python3 m.py
    → 5:12: error: run.command is not a list

    type: model
    id: m
    run: {command: [x, [y]]}
    → 4:20: error: run.command holds something that is no text

    type: model
    id: m
    run: {command: [x], build: []}
    → 4:28: error: run.build is not a list of words (write build: [cc, -o, "{build}/model", model.c])

    type: model
    id: a b
    run: {command: [x]}
    → 3:5: error: the id a b has other characters than letters, digits, '-', '_' and '.'

    type: model
    id: [a]
    run: {command: [x]}
    → 3:5: error: the id is not a short name

    type: model
    id: m
    run: {command: [x], inputs: x}
    → 4:29: error: run.inputs is not a list

    type: model
    id: m
    run: {command: [x], inputs: [/etc/passwd]}
    → 4:30: error: run.inputs: /etc/passwd is not relative (write a path below the folder)

    type: model
    id: m
    run: {command: [x], inputs: [~/a]}
    → 4:30: error: run.inputs: ~/a is not relative (write a path below the folder)

    type: model
    id: m
    run: {command: [x], inputs: [a/../../b]}
    → 4:30: error: run.inputs: a/../../b leads out of its folder (write a path without ..)

    type: model
    id: m
    run: {command: [x], inputs: ['']}
    → 4:30: error: run.inputs has a path that is no file's name

    type: model
    id: m
    run: {command: [x], inputs: [a, a]}
    → 4:33: error: run.inputs names a twice

    type: model
    id: m
    params: {alpha: 1}
    run: {command: [x, '{alfa}']}
    → 5:20: error: unknown placeholder {alfa} in run.command (did you mean {alpha}?; {{alfa}} stands for itself)

    type: model
    id: m
    run: {command: [awk, '{print}']}
    → 4:22: error: unknown placeholder {print} in run.command (known are {out}, {params}, {seed}; {{print}} stands for itself)

    type: model
    id: m
    run: {command: ['{build}/m']}
    → 4:17: error: unknown placeholder {build} in run.command (known are {out}, {params}, {seed}; {{build}} stands for itself)

    type: model
    id: m
    params: {a: 1}
    run: {command: [x], build: [cc, '{a}']}
    → 5:33: error: unknown placeholder {a} in run.build (known are {build}; {{a}} stands for itself)

    type: model
    id: m
    run: {command: [x, '{seed}']}
    → 4:20: error: run.command has {seed}, and the card has no seeds (write seeds: {base: 1, replicates: 8})

    type: model
    id: m
    run: {command: [x], environment: 3}
    → 4:34: error: run.environment is not of the form {versions: [[python3, --version]], lockfiles: []}

    type: model
    id: m
    run: {command: [x], environment: {versions: 3}}
    → 4:45: error: run.environment.versions is not a list

    type: model
    id: m
    run: {command: [x], environment: {versions: [python3 --version]}}
    → 4:46: error: run.environment.versions holds something that is no command (write versions: [[python3, --version]])

    expekt: []
    → 5:1: error: unknown key expekt in a model card (did you mean expect?)

    wall_s: 5
    → 5:1: error: unknown key wall_s in a model card (it belongs in limits)

    schema: dictum-model/9
    → 5:9: error: the schema dictum-model/9 is not known (write schema: dictum-model/1)

    status: forzen
    → 5:9: error: status cannot be forzen (did you mean frozen?)

    status: draft
    → 5:9: error: status cannot be draft (write one of active, frozen, retired)

    status:
    → 5:8: error: status is empty (write one of active, frozen, retired)

    limits: {wal_s: 1}
    → 5:10: error: unknown key wal_s in limits (did you mean wall_s?)

    seeds: {bass: 1}
    → 5:9: error: unknown key bass in seeds (did you mean base?)

    metrics: {fil: a}
    → 5:11: error: unknown key fil in metrics (did you mean file?)

    seeds: {zzzzzz: 1}
    → 5:9: error: unknown key zzzzzz in seeds (the keys are base, replicates, max)

    type: model
    id: m
    run: {comand: [x], command: [x]}
    → 4:7: error: unknown key comand in run (did you mean command?)

    params: [1]
    → 5:9: error: params is not a list of names and values

    params: {a: [1, -.inf]}
    → 5:17: error: the parameter a is -.inf, which no file of parameters can say

    params: {'': 1}
    → 5:10: error: params has a name that is empty or not one line

    sweep: 5
    → 5:8: error: sweep is not of the form {alpha: [0.1, 0.2], n: {from: 1, to: 9, step: 2}}

    sweep: {a: 5}
    → 5:12: error: sweep.a is neither a list of values nor a range (write [1, 2, 3] or {from: 1, to: 9, step: 2})

    sweep: {a: []}
    → 5:12: error: sweep.a is neither a list of values nor a range (write [1, 2, 3] or {from: 1, to: 9, step: 2})

    sweep: {a: [1, 2, 1.0]}
    → 5:19: error: sweep.a has 1.0 twice

    sweep: {a: [.nan]}
    → 5:13: error: the parameter a is .nan, which no file of

    sweep: {a: {from: 1, to: 2}}
    → 5:12: error: sweep.a is not a whole range (write {from: 1, to: 9, step: 2} or {from: 0, to: 1, count: 11})

    sweep: {a: {from: 1, to: 2, step: -1}}
    → 5:35: error: sweep.a does not lead from 1.0 to 2.0 in steps of -1.0 (at most 100000 steps in the right direction)

    sweep: {a: {from: 1, to: 2, step: 0}}
    → 5:35: error: sweep.a does not lead from

    sweep: {a: {from: 1, to: 2, count: 1}}
    → 5:36: error: sweep.a.count is not a whole number from 2 to 100000

    sweep: {a: {from: 1, to: 2, setp: 1}}
    → 5:29: error: unknown key setp in a range of sweep (did you mean step?)

    sweep: {a: {from: 1, to: 999, step: 1}, b: {from: 1, to: 999, step: 1}}
    → 5:8: error: the sweep has more than 100000 points

    seeds: 7
    → 5:8: error: seeds is not of the form {base: 1, replicates: 8, max: 32}

    seeds: {base: x}
    → 5:15: error: seeds.base is not a whole number from 0 to 9223372036854775807

    seeds: {base: 1.5}
    → 5:15: error: seeds.base is not a whole number from 0 to 9223372036854775807

    seeds: {replicates: 0}
    → 5:21: error: seeds.replicates is not a whole number from 1 to 10000

    seeds: {replicates: 8, max: 4}
    → 5:29: error: seeds.max is less than seeds.replicates, which is 8

    metrics: out.json
    → 5:10: error: metrics is not of the form {file: metrics.json} or {stdout: {name: text before}}

    metrics: {file: ../m.json}
    → 5:17: error: metrics.file: ../m.json leads out of its folder (write a path without ..)

    metrics: {file: /m.json}
    → 5:17: error: metrics.file: /m.json is not relative

    metrics: {pick: x}
    → 5:17: error: metrics.pick is not a list of names, each with its

    metrics: {pick: {a: b.c}}
    → 5:21: error: the place of a is not a JSON pointer (write /b/c)

    metrics: {pick: {a: [1]}}
    → 5:21: error: a place of metrics.pick is neither a text nor {path: …, take: last}

    metrics: {pick: {a: {path: /b, take: fist}}}
    → 5:38: error: take cannot be fist (did you mean first?)

    metrics: {pick: {a: {path: /b, tkae: first}}}
    → 5:32: error: unknown key tkae in a place of metrics.pick (did you mean take?)

    metrics: {stdout: x}
    → 5:19: error: metrics.stdout is not a list of names, each with the text before its number

    metrics: {stdout: {a: ' '}}
    → 5:23: error: the text before a is not a text on one line

    metrics: {stdout: {a: {take: first}}}
    → 5:23: error: a place of metrics.stdout is neither a text nor {after: …, take: last}

    outputs: a.svg
    → 5:10: error: outputs is not a list

    outputs: [../a.svg]
    → 5:11: error: outputs: ../a.svg leads out of its folder

    limits: 5
    → 5:9: error: limits is not of the form {wall_s: 60, cpu_s: 60, mem_mb: 512, out_mb: 16, processes: 64}

    limits: {wall_s: 0}
    → 5:18: error: limits.wall_s is not a number above 0 and at most 1000000

    limits: {mem_mb: 0.5}
    → 5:18: error: limits.mem_mb is not a whole number from 1 to 1000000

    limits: {mem_mb: lots}
    → 5:18: error: limits.mem_mb is not a number

    sandbox: open
    → 5:10: error: sandbox is not of the form {network: false, read: [/opt/tools]}

    sandbox: {network: 1}
    → 5:20: error: sandbox.network is neither true nor false

    sandbox: {read: [~/tools]}
    → 5:18: error: sandbox.read: ~/tools is not an absolute path (write one such as /opt/tools, without ~ and ..)

    sandbox: {read: [/opt/../etc]}
    → 5:18: error: sandbox.read: /opt/../etc is not an

    sandbox: {read: [//]}
    → 5:18: error: sandbox.read shows the run everything there is

    max_age_days: 0
    → 5:15: error: max_age_days is not a whole number from 1 to 100000


    """
}
