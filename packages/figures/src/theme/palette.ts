/**
 * How the n-th series is told apart: by colour, by shape and by dash, so that it survives a grey print and colour
 * blindness. Colours: Okabe and Ito, "Color Universal Design" (2008), without yellow, which white paper swallows.
 * `ink` is the same hue dark enough for text (contrast of at least 4.5 on white, WCAG 2.1, 1.4.3).
 */
export const seriesStyles = [
  { colour: '#0072B2', ink: '#0072B2', shape: 'circle', dash: [1, 0] },
  { colour: '#D55E00', ink: '#B34F00', shape: 'square', dash: [4, 1.5] },
  { colour: '#009E73', ink: '#007A59', shape: 'triangle-up', dash: [1.5, 1.5] },
  { colour: '#CC79A7', ink: '#A3477A', shape: 'diamond', dash: [6, 1.5, 1.5, 1.5] },
  { colour: '#E69F00', ink: '#8A5F00', shape: 'triangle-down', dash: [2.5, 1] },
  { colour: '#56B4E9', ink: '#1F77A8', shape: 'cross', dash: [7, 2.5] },
  { colour: '#000000', ink: '#000000', shape: 'triangle-right', dash: [4, 1.5, 1, 1.5, 1, 1.5] },
] as const

/** Text, axes, grid and quiet marks. */
export const greys = { text: '#1A1A1A', axis: '#4D4D4D', quiet: '#767676', grid: '#E6E6E6', shade: '#EFEFEF' } as const
