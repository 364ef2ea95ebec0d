import { type Files, filesOf, type Random } from '../seeded.ts'

const stations = ['A', 'B', 'C'] as const
const wild = [
  { column: 'temperature', value: 85 },
  { column: 'temperature', value: -40 },
  { column: 'humidity', value: 3.5 },
  { column: 'pressure', value: 870.1 },
] as const

type Reading = { time: string; station: string; temperature: number; humidity: number; pressure: number }

/** readings.csv: three stations, thirty hours; warm hours are dry ones; four values are a broken sensor's. */
export default function make(random: Random): Files {
  const readings = Array.from({ length: 90 }, (_, i) => reading(random, Math.floor(i / 3), i % 3))
  wild.forEach(({ column, value }, i) => {
    readings[20 * i + random.int(0, 19)]![column] = value
  })
  const lines = readings.map((row) =>
    [row.time, row.station, row.temperature.toFixed(1), row.humidity.toFixed(1), row.pressure.toFixed(1)].join(','),
  )
  return filesOf({ 'readings.csv': `${['time,station,temperature,humidity,pressure', ...lines].join('\n')}\n` })
}

function reading(random: Random, hour: number, station: number): Reading {
  const warmth = 1 - Math.abs((hour % 24) - 14) / 14
  const temperature = 11 + station + 8 * warmth + 2 * random.next()
  return {
    time: `${random.day(60 + Math.floor(hour / 24))}T${String(hour % 24).padStart(2, '0')}:00:00Z`,
    station: stations[station]!,
    temperature,
    humidity: 96 - 2 * temperature + 6 * random.next(),
    pressure: 1009 + hour / 10 + 3 * random.next(),
  }
}
