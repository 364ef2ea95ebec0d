package meter

// Full is the size of the tank in litres.
const Full = 900

// Scale turns a raw reading into litres.
const Factor = 2

// Warn is the level at which somebody has to order.
const Warn = 120
