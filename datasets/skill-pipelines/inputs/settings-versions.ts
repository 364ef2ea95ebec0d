import { type Files, filesOf, type Random } from '../seeded.ts'

/** settings-old.json and settings-new.json: two versions with two keys added, one removed and three changed. */
export default function make(random: Random): Files {
  const size = random.int(10, 14)
  const shared = { language: random.pick(['en', 'fr', 'pt']), timezone: 'UTC', autosave: true }
  const accounts = Array.from({ length: 3 }, (_, i) => ({
    id: i + 1,
    role: random.pick(['owner', 'editor', 'viewer']),
  }))
  const older = {
    ...shared,
    editor: { font: { family: 'Inter', size }, wrap: true, rulers: [80, 120] },
    network: { proxy: null, timeout: 30, legacy: { ipv4Only: true } },
    theme: { name: 'light', contrast: 'normal' },
    accounts,
  }
  const newer = {
    ...shared,
    editor: { font: { family: 'Inter', size: size + 2 }, wrap: true, rulers: [80, 120], minimap: false },
    network: { proxy: null, timeout: 45, legacy: {} },
    theme: { name: random.pick(['dark', 'dusk']), contrast: 'normal' },
    accounts,
    telemetry: { enabled: false },
  }
  const text = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
  return filesOf({ 'settings-old.json': text(older), 'settings-new.json': text(newer) })
}
