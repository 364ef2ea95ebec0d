/** Every analysis choice with its default; the declared alternatives stand with the measures. */
export const choices = {
  /** Draws of the bootstrap over tasks, an alternative to the jackknife. */
  draws: 1999,
  /** Bins of the calibration plot, with as many rows each as ties allow. */
  bins: 6,
  /** Held-out tasks that are drawn: at equal steps of their rank by error. */
  shownTasks: 9,
  /** Training residuals between these shares make the prediction bands. */
  band: [0.05, 0.95],
  /** The line that the claims draw, for counting how often the rule agrees in the world `best-so-far`. */
  line: 0.3,
  /** Submissions an hour in that world. */
  submissions: 1,
  /** Replicates of each planted world. */
  replicates: 50,
  /** Shuffles of the increments of every series. */
  shuffles: 200,
}

export type HeldOutChoices = typeof choices
