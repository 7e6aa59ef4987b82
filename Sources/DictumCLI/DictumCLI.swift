// DictumCLI: commands, terminal, exit status. The only room that prints, reads the environment or
// looks at the clock; a command parses, asks one verb, and hands the answer to DictumReport.
