/** Analysis choices: shown with every result. */
export const choices = {
  /** How far apart the forecasts of a sweep must lie for it to count, in points. */
  apart: 0.5,
  /** The least number of sweeps with which a sign test of the median reaches .5 % on one side. */
  fewestSweeps: 8,
  /** At least so many points are fitted before anything is held out. */
  fewestFitted: 4,
  /** Half a width of the reading error of digitised points, in success. */
  digitised: 0.01,
  /** Bootstrap draws of tasks for the forms with two parameters and for exponents. */
  draws: 200,
  /** How many of these are drawn for the forms with three parameters and the largest deviations too, which take longer. */
  longDraws: 50,
  /** Replicates of a planted world. */
  replicates: 25,
  /** A rule that is right in no larger share of its planted worlds, true ones and false ones each, tests nothing. */
  blind: 0.2,
  /** Tasks of the simulated control. */
  controlTasks: 400,
}

export type Choices = typeof choices
