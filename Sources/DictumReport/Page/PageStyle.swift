/// How pages look: the reader's own sans serif, light or dark as the reader's system is.
enum PageStyle {
  /// The style sheet.
  ///
  /// Colours of lines are those of Okabe and Ito (2008), which readers who do not see
  /// all colours can tell apart; no meaning rests on colour alone.
  static let sheet = """

    :root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --quiet: #5c5c5c;
      --rule: #d5d5d5; --good: #00664b; --bad: #a8320a; --doubtful: #7a5200; --area: #d9efe6;
      --edge: #3f8f74; --dot: #0072b2; --code: #f4f4f2; }
    @media screen and (prefers-color-scheme: dark) { :root { --paper: #16181a; --ink: #e8e8e6;
      --quiet: #a5a5a2; --rule: #3b3e41; --good: #4cc9a0; --bad: #ff8f66; --doubtful: #e8b84f;
      --area: #17392e; --edge: #4a9c80; --dot: #56b4e9; --code: #202326; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 60rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.5rem 0 .25rem; }
    h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--rule); }
    h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; white-space: pre-wrap; }
    p { margin: .25rem 0 .5rem; max-width: 46rem; }
    .address, footer, figcaption, summary { color: var(--quiet); font-size: .875rem; }
    .good { color: var(--good); } .bad { color: var(--bad); } .doubtful { color: var(--doubtful); }
    .scroll { overflow-x: auto; margin: .5rem 0 1rem; }
    table { border-collapse: collapse; font-size: .875rem; overflow-wrap: break-word; }
    caption { text-align: start; color: var(--quiet); padding: .25rem 0; }
    th, td { text-align: start; vertical-align: top; padding: .25rem 1rem .25rem 0;
      border-bottom: 1px solid var(--rule); font-weight: normal; min-width: 4rem; }
    thead th { font-weight: 600; } thead th, .number, td strong { white-space: nowrap; }
    .number { text-align: end; font-variant-numeric: tabular-nums; }
    pre { background: var(--code); padding: .5rem .75rem; overflow-x: auto; white-space: pre-wrap;
      font-size: .875rem; }
    figure { margin: .75rem 0 .25rem; }
    svg { width: 100%; max-width: 42.5rem; height: auto; display: block; }
    details { margin: 0 0 1rem; } summary { cursor: pointer; }
    text { font: 13px system-ui, sans-serif; fill: var(--ink); }
    text.tick { fill: var(--quiet); font-size: 12px; }
    text.bound-label { fill: var(--good); font-size: 12px; paint-order: stroke;
      stroke: var(--paper); stroke-width: 3px; }
    .axis { stroke: var(--quiet); } .grid { stroke: var(--rule); stroke-width: .5; }
    .allowed { fill: var(--area); } .bound { stroke: var(--edge); stroke-width: 1.5; }
    .margin { stroke: var(--edge); stroke-dasharray: 4 3; }
    .value { fill: var(--dot); fill-opacity: .75; stroke: var(--paper); stroke-width: .75; }
    .estimate { fill: var(--ink); } .interval { stroke: var(--ink); stroke-width: 2; }
    .line { fill: none; stroke: currentColor; stroke-width: 1.75; }
    .whisker { stroke: currentColor; stroke-width: 1; stroke-opacity: .6; }
    .band { fill: currentColor; fill-opacity: .2; stroke: none; } .dot { fill: currentColor; }
    .contradicted { fill: none; stroke: var(--bad); stroke-width: 2; }
    .inconclusive { fill: var(--paper); stroke: var(--doubtful); stroke-width: 1.75; }
    .s0 { color: var(--dot); } .s1 { color: #d55e00; } .s2 { color: #009e73; }
    .s3 { color: #cc79a7; } .s4 { color: #e69f00; } .s5 { color: #8c6bb1; }
    .line.s1 { stroke-dasharray: 7 3; } .line.s2 { stroke-dasharray: 2 3; }
    .line.s3 { stroke-dasharray: 9 3 2 3; } .line.s4 { stroke-dasharray: 4 4; }
    .line.s5 { stroke-dasharray: 12 4; }
    .s-many { color: var(--dot); } .line.s-many { stroke-width: 1; stroke-opacity: .5; }
    footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: .5rem; }
    @media print { :root { color-scheme: light; } body { max-width: none; padding: 0;
      font-size: 10pt; } figure, tr, pre { break-inside: avoid; } h2, h3 { break-after: avoid; }
      .scroll { overflow: visible; } article + article { break-before: page; } }

    """
}
