extension ModelCardMistakes {
  /// What is wrong with expectations and controls.
  static let expectations = """
    expect: x
    → 5:9: error: expect is not a list

    expect: [x]
    → 5:10: error: an expectation is not a list of keys and values

    expect: [{metric: m}]
    → 5:10: error: an expectation has no id (write id: a-short-name)

    expect: [{id: a b, metric: m, op: '<', value: 1}]
    → 5:15: error: the expectation a b has other characters than letters

    expect: [{id: e, op: '<'}]
    → 5:10: error: the expectation e names no metric

    expect: [{id: e, metric: m, }]
    → 5:10: error: the expectation e has no op (write one of == != < <= > >= in increasing decreasing exists, in quotation marks)

    expect: [{id: e, metric: m, op: '~'}]
    → 5:33: error: the expectation e has no op (write one of == !=

    expect: [{id: e, metric: m, op: '<'}]
    → 5:10: error: the expectation e has no value

    expect: [{id: e, metric: m, op: '<', value: much}]
    → 5:45: error: value of e is not a number

    expect: [{id: e, metric: m, op: '<', value: .inf}]
    → 5:45: error: value of e is not a finite number

    expect: [{id: e, metric: m, op: '<', value: -1e999}]
    → 5:45: error: value of e is not a finite number

    expect: [{id: e, metric: m, op: in, value: [2, 1]}]
    → 5:44: error: value of e is not two numbers, the lower first (write value: [0, 1])

    expect: [{id: e, metric: m, op: in, value: 1}]
    → 5:44: error: value of e is not two numbers, the lower first

    expect: [{id: e, metric: m, op: in}]
    → 5:10: error: value of e is not two numbers, the lower first

    expect: [{id: e, metric: m, op: '==', value: 1, margin: -1}]
    → 5:57: error: the margin of e is not a number from 0 up

    expect: [{id: e, metric: m, op: '==', value: 1, margin: .nan}]
    → 5:57: error: margin of e is not a finite number

    expect: [{id: e, metric: m, op: '==', value: 0.5}]
    → 5:46: error: the expectation e compares a decimal by ==, and no margin says how near is near enough (write margin: 0.01, or exact: true)

    expect: [{id: e, metric: m, op: '==', value: 0.5, exact: true, margin: 1}]
    → 5:72: error: the expectation e is exact and has a margin

    expect: [{id: e, metric: m, op: '==', value: 1, exact: maybe}]
    → 5:56: error: exact of e is neither true nor false

    expect: [{id: e, metric: m, op: '<', value: 1, margin: 1}]
    → 5:56: error: margin of e means nothing with <

    expect: [{id: e, metric: m, op: '<', value: 1, bound: 2}]
    → 5:48: error: unknown key bound in an expectation (the keys are id, claim, metric, output, statistic, op, value, margin, exact, over, at, basis)

    expect: [{id: e, metric: m, op: '<', value: 1, output: a}]
    → 5:56: error: the expectation e has output, which < does not look at (write metric)

    expect: [{id: e, metric: m, op: exists}]
    → 5:26: error: the expectation e has metric, which exists does not look at (write output)

    expect: [{id: e, op: exists}]
    → 5:10: error: the expectation e names no output

    expect: [{id: e, op: exists, output: /a}]
    → 5:38: error: the output of e: /a is not relative (write a path below the folder)

    expect: [{id: e, op: exists, output: a, value: 1}]
    → 5:48: error: value of e means nothing with exists

    expect: [{id: e, metric: m, op: '<', value: 1, statistic: average}]
    → 5:59: error: statistic of e is not known (write one of mean, median, quantile P, each, fraction P, slope, log-slope; P lies between 0 and 1)

    expect: [{id: e, metric: m, op: '<', value: 1, statistic: quantile 2}]
    → 5:59: error: statistic of e is not known

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: '<', value: 1, statistic: slope}]
    → 6:10: error: the expectation e has no over: slope looks along a swept parameter

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: increasing}]
    → 6:10: error: the expectation e has no over: increasing looks along a swept parameter

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: increasing, statistic: slope, over: beta}]
    → 6:56: error: slope and increasing do not go together

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: '<', value: 1, over: beta}]
    → 6:54: error: over of e means nothing with mean

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: increasing, over: beta, margin: -1}]
    → 6:65: error: the margin of e is not a number from 0 up

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: increasing, over: bet}]
    → 6:51: error: over of e: bet is no swept parameter (did you mean beta?)

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: increasing, over: gammas}]
    → 6:51: error: over of e: gammas is no swept parameter (swept are beta, word)

    expect: [{id: e, metric: m, op: increasing, over: beta}]
    → 5:51: error: over of e: beta is no swept parameter (the card has no sweep)

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: increasing, over: word}]
    → 6:51: error: over of e: word does not take two numbers or more

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: '<', value: 1, statistic: log-slope, over: beta}]
    → 6:76: error: over of e: beta has no logarithm everywhere

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: '<', value: 1, at: 5}]
    → 6:52: error: at of e is not of the form {alpha: 0.25}

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: '<', value: 1, at: {beta: 7}}]
    → 6:59: error: at of e: beta is never 7 in the sweep (its values are 0, 1)

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: '<', value: 1, at: {betas: 7}}]
    → 6:53: error: at of e: betas is no swept parameter (did you mean beta?)

    sweep: {beta: [0, 1], word: [a, b]}
    expect: [{id: e, metric: m, op: increasing, over: beta, at: {beta: 1}}]
    → 6:62: error: at of e holds beta fast, along which over looks

    expect:
    - {id: e, metric: m, op: '<', value: 1}
    - {id: e, metric: m, op: '<', value: 1}
    → 7:3: error: two expectations have the id e

    control: x
    → 5:10: error: control is not a list

    control: [x]
    → 5:11: error: a control is not a list of keys and values

    control: [{params: {a: 1}}]
    → 5:11: error: a control has no id (write id: a-short-name)

    params: {alpha: 1}
    expect: [{id: e, metric: m, op: '<', value: 1}]
    control: [{id: c, params: {alfa: 2}, must_break: [e]}]
    → 7:28: error: the control c changes alfa, which is no parameter of the card (did you mean alpha?)

    params: {alpha: 1}
    expect: [{id: e, metric: m, op: '<', value: 1}]
    control: [{id: c, params: {zzz: 2}, must_break: [e]}]
    → 7:28: error: the control c changes zzz, which is no parameter of the card (the card must have what a control changes)

    params: {alpha: 1}
    expect: [{id: e, metric: m, op: '<', value: 1}]
    control: [{id: c, params: {alpha: 1.0}, must_break: [e]}]
    → 7:27: error: the control c changes no parameter

    params: {alpha: 1}
    expect: [{id: e, metric: m, op: '<', value: 1}]
    control: [{id: c, must_break: [e]}]
    → 7:11: error: the control c changes no parameter

    params: {alpha: 1}
    expect: [{id: e, metric: m, op: '<', value: 1}]
    control: [{id: c, params: 5, must_break: [e]}]
    → 7:27: error: params of the control c is not a list of names and values

    params: {alpha: 1}
    expect: [{id: e, metric: m, op: '<', value: 1}]
    control: [{id: c, params: {alpha: 2}}]
    → 7:11: error: the control c breaks nothing (write must_break: [an-expectation])

    params: {alpha: 1}
    expect: [{id: e, metric: m, op: '<', value: 1}]
    control: [{id: c, params: {alpha: 2}, must_break: [f]}]
    → 7:52: error: must_break of c: there is no expectation f (did you mean e?)

    params: {alpha: 1}
    expect: [{id: e, metric: m, op: '<', value: 1}]
    control: [{id: c, params: {alpha: 2}, must_break: e}]
    → 7:51: error: must_break of c is not a list

    params: {alpha: 1}
    expect: [{id: e, metric: m, op: '<', value: 1}]
    control: [{id: c, params: {alpha: 2}, must_break: [e]}, {id: c, params: {alpha: 3}, must_break: [e]}]
    → 7:57: error: two controls have the id c

    params: {alpha: 1}
    expect: [{id: e, metric: m, op: '<', value: 1}]
    control: [{id: c, params: {alpha: 2}, must_break: [e], zzzzzz: 1}]
    → 7:56: error: unknown key zzzzzz in a control (the keys are id, params, must_break)
    """
}
