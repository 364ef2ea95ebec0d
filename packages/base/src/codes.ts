/**
 * Every error the project can raise, in one place. The key is the stable code; `exit` is what the command line
 * turns it into (2 usage, 4 books do not balance, 5 data are not what the manifest says, 1 everything else);
 * `cause` and `fix` are shown by `repro explain <code>` and make up docs/errors.md.
 */
export const codes = {
  LB_USAGE: {
    exit: 2,
    cause: 'The command, an option or an id is not one that exists.',
    fix: 'Run `repro help` or `repro help <command>`; ids are listed by `repro list`.',
  },
  LB_SCHEMA: {
    exit: 2,
    cause: 'A record has a missing, unknown or wrongly typed field.',
    fix: 'The message names the file, the field and what is allowed there; correct the record.',
  },
  LB_SCHEMA_VERSION: {
    exit: 2,
    cause: 'A file carries a schema version that this version of the project does not know.',
    fix: 'Recompute the file with this version, or check out the version that wrote it.',
  },
  LB_JSON: {
    exit: 2,
    cause: 'A file is not valid JSON.',
    fix: 'Open the file at the position that the message names.',
  },
  LB_NOT_FINITE: {
    exit: 1,
    cause: 'A number that is about to be written is NaN or infinite.',
    fix: 'Write null and a reason: missing is never zero and never NaN.',
  },
  LB_DUPLICATE_ID: {
    exit: 2,
    cause: 'Two records carry the same id.',
    fix: 'Rename one of them; the message names both places.',
  },
  LB_DANGLING: {
    exit: 2,
    cause: 'A record refers to something that does not exist.',
    fix: 'Correct the reference, or add what it names; near misses are suggested.',
  },
  LB_PRINTED: {
    exit: 2,
    cause: 'The number of a claim does not occur in the sentence it is said to be printed in.',
    fix: 'Copy the digits as the paper prints them: the rounding half-width is read from them.',
  },
  LB_MARGIN: {
    exit: 2,
    cause: 'The tolerance of a claim is so wide that it reaches the null value.',
    fix: 'Keep the margin at or below half the distance between the printed value and the null.',
  },
  LB_INTERVAL: {
    exit: 1,
    cause: 'An interval is not nested, not ordered, or of zero width where the evidence is not arithmetic.',
    fix: 'Return lo <= value <= hi and the 90 % interval inside the 99.5 % one.',
  },
  LB_BOOKS: {
    exit: 4,
    cause: 'The attrition ledger does not balance: planned is not used + excluded + failed + missing.',
    fix: 'Find the stage named in the message and count every row that leaves it.',
  },
  LB_GATE: {
    exit: 3,
    cause: 'A verdict lost information, moved, or is new and was not accepted.',
    fix: 'Read `repro diff`; if the change is right, `repro accept <claim> --because "..."`.',
  },
  LB_NO_RESULT: {
    exit: 1,
    cause: 'An experiment has no result to read.',
    fix: 'Run `repro run <id>`.',
  },
  LB_EXPERIMENT: {
    exit: 1,
    cause: 'An experiment or a figure stopped with an error.',
    fix: 'Read the cause in its results/error.json, or run it alone: `repro run <id> --verbose`.',
  },
  LB_TURBO: {
    exit: 1,
    cause: 'The task runner did not start or stopped without naming a task.',
    fix: 'Run `pnpm install`, then `repro doctor`.',
  },
  LB_DATA_MISSING: {
    exit: 5,
    cause: 'A data set has not been built, or a file of it is missing.',
    fix: 'Run `repro data build <id>`; for files of yours (--data-dir) the message says where to get them.',
  },
  LB_DATA_INTEGRITY: {
    exit: 5,
    cause: 'A downloaded file is not the one that the manifest pins.',
    fix: 'Delete the named file from the cache and try again; if it persists the source has changed.',
  },
  LB_DATA_PATH: {
    exit: 5,
    cause: 'A file that the manifest names is not in its tarball, or a tarball holds a path that leaves its folder.',
    fix: 'The source is not the pinned one, or the manifest is wrong; `repro verify` still works without it.',
  },
  LB_DATA_TRUNCATED: {
    exit: 5,
    cause: 'A tarball ends too early.',
    fix: 'Run the command again: only the broken download is repeated.',
  },
  LB_DATA_TOO_LARGE: {
    exit: 5,
    cause: 'A file or a tarball is larger than the cap of its manifest.',
    fix: 'Check that the source is the pinned one.',
  },
  LB_DATA_HASH: {
    exit: 5,
    cause: 'A file does not have the hash, row count or invariant that its record pins.',
    fix: 'For a data set `repro data build <id> --force`; for a result restore the committed files or `repro run <id>`; for files of yours (--data-dir) the message says where to get them.',
  },
  LB_DATA_GONE: {
    exit: 5,
    cause: 'A source no longer offers the version that the manifest pins.',
    fix: 'Try another registry or mirror; `repro verify` works without it, from the committed evidence.',
  },
  LB_NETWORK: {
    exit: 5,
    cause: 'A source could not be reached.',
    fix: 'Check the network and run the command again: finished downloads are kept. `repro verify` needs no network.',
  },
  LB_DISK: {
    exit: 5,
    cause: 'A file could not be written: the disk is full or the folder is not writable.',
    fix: 'Free the space that the message names, or set XDG_CACHE_HOME to another disk, then run the command again.',
  },
  LB_VERIFY: {
    exit: 5,
    cause: 'A committed number, table or figure is not what the committed evidence gives.',
    fix: 'Run `repro all` and look at the difference: either the file was edited by hand or the code has changed.',
  },
  LB_GLYPH: {
    exit: 1,
    cause: 'A figure contains a character that the shipped font lacks.',
    fix: 'Replace the character that the message names.',
  },
  LB_FIGURE: {
    exit: 1,
    cause: 'A figure does not compile cleanly, or uses a transform that computes statistics.',
    fix: 'Compute every number in the experiment and hand finished rows to the figure.',
  },
  LB_EXISTS: {
    exit: 2,
    cause: 'The thing to be created exists already.',
    fix: 'Choose another id, or delete the folder first.',
  },
  LB_FIT: {
    exit: 1,
    cause: 'A fit was asked of data that cannot determine it.',
    fix: 'Give at least as many distinct points as the law has parameters.',
  },
  LB_DOMAIN: {
    exit: 1,
    cause: 'A numeric function was called outside its domain.',
    fix: 'The message names the argument, its value and the allowed range.',
  },
  LB_NO_SKILLS: {
    exit: 2,
    cause: 'There is no skill or tool definition where the audit was told to look.',
    fix: 'Name a folder with SKILL.md files, a JSON list of tools, or a published package; the message lists where it looked.',
  },
  LB_INPUT: {
    exit: 2,
    cause: 'A file given to the audit or to a fit is not in a format that it reads.',
    fix: 'The message names the file, the line and what is allowed there; docs/audit.md shows every format.',
  },
  LB_BENCHMARK: {
    exit: 2,
    cause: 'A folder or a file is not the benchmark, or not the result file, that it was given as.',
    fix: 'The message names what it looks like; docs/benchmarks.md says which checkouts and result files are read.',
  },
  LB_TASK_CODE: {
    exit: 2,
    cause: 'Running a benchmark executes the code of its tasks, and nobody has said that it may.',
    fix: 'Read where the checkout comes from; if you trust it, run the same command with --allow-task-code.',
  },
  LB_PYTHON: {
    exit: 2,
    cause: 'A verifier needs Python, or a package of it, that is not here.',
    fix: 'Install python3 and python3-pytest, or name an interpreter with --python.',
  },
  LB_INTERRUPTED: {
    exit: 130,
    cause: 'The run was interrupted.',
    fix: 'Run the same command again: finished work is kept.',
  },
  LB_INTERNAL: {
    exit: 1,
    cause: 'Something happened that the project did not foresee.',
    fix: 'Run again with --verbose and report what it prints.',
  },
} as const satisfies Record<string, { exit: number; cause: string; fix: string }>

export type Code = keyof typeof codes
