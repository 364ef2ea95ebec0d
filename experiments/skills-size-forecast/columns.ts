/** Accuracy at the k-th of the sizes at which a library's curve is read, from the smallest. */
export const stepColumn = (k: number): string => `step.${k}`

/** Accuracy once a library has grown by this factor. */
export const aheadColumn = (factor: number): string => `ahead.${factor}`

/** Accuracy of requests for all skills of the half that a library has once it has grown by this factor. */
export const wholeColumn = (factor: number): string => `whole.${factor}`
