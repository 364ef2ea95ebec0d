/** How outcomes are counted: a task passes when every check passes, and the gain that the paper prints, in points. */
export const counting = {
  metric: 'strict',
  beside: ['declared', 'flat'],
  published: 12.3,
  notes: [
    'The paper’s metric behind 49.3 % and 61.6 % is not known. Judged is the strict pass rate; mean scores stand beside it.',
  ],
} as const
