type Table = Readonly<Record<string, unknown>>

/** A task.toml in today's keys, with what was put so and what the format does not have. */
export type HarborToml = {
  readonly settings: Table
  readonly unknown: readonly string[]
  readonly notes: readonly string[]
}

/** Keys of version 1.4, by table; [metadata] and tables of variables hold anything. */
const known: Readonly<Record<string, readonly string[]>> = {
  '': [
    ...['schema_version', 'source', 'artifacts', 'multi_step_reward_strategy', 'steps', 'task', 'metadata', 'agent'],
    ...['verifier', 'environment', 'solution'],
  ],
  task: ['name', 'version', 'description', 'authors', 'keywords'],
  agent: ['timeout_sec', 'user', 'network_mode', 'allowed_hosts'],
  verifier: [
    'timeout_sec',
    'env',
    'user',
    'environment_mode',
    'environment',
    'collect',
    'network_mode',
    'allowed_hosts',
  ],
  environment: [
    ...[
      'build_timeout_sec',
      'docker_image',
      'os',
      'cpus',
      'memory_mb',
      'storage_mb',
      'gpus',
      'gpu_types',
      'network_mode',
    ],
    ...['allowed_hosts', 'env', 'skills_dir', 'mcp_servers', 'healthcheck', 'workdir'],
  ],
}

/** Keys of earlier versions: where they stood, where they stand now, and how their value is put. */
const legacy: readonly {
  readonly table: string
  readonly old: string
  readonly now: string
  put(value: unknown): unknown
}[] = [
  { table: '', old: 'version', now: 'schema_version', put: String },
  { table: 'environment', old: 'memory', now: 'memory_mb', put: megabytes },
  { table: 'environment', old: 'storage', now: 'storage_mb', put: megabytes },
  {
    ...{ table: 'environment', old: 'allow_internet', now: 'network_mode' },
    put: (value) => (value === true ? 'public' : 'no-network'),
  },
]

/** Put a parsed task.toml of any version of Harbor in today's keys. A new key beside its old one wins. */
export function readHarborToml(raw: Table): HarborToml {
  const notes: string[] = []
  const settings = renamed(raw, '', notes)
  for (const table of Object.keys(known).filter((name) => name !== ''))
    if (isTable(settings[table])) settings[table] = renamed(settings[table], table, notes)
  const unknown = Object.entries(known).flatMap(([table, keys]) => {
    const inside = table === '' ? settings : settings[table]
    if (!isTable(inside)) return []
    const others = Object.keys(inside).filter((key) => !keys.includes(key))
    return others.map((key) => (table === '' ? key : `${table}.${key}`))
  })
  return { settings, unknown, notes }
}

function renamed(inside: Table, table: string, notes: string[]): Record<string, unknown> {
  const out: Record<string, unknown> = { ...inside }
  for (const { old, now, put } of legacy.filter((one) => one.table === table && one.old in out)) {
    const value = put(out[old])
    if (!(now in out)) out[now] = value
    delete out[old]
    const at = table === '' ? '' : `${table}.`
    notes.push(`${at}${old} is of an earlier version and is read as ${at}${now}`)
  }
  return out
}

/** "4G", "512M" or a number of megabytes, in megabytes; anything else stays as it is. */
function megabytes(value: unknown): unknown {
  const found = /^(\d+(?:\.\d+)?)\s*([KMG])i?B?$/i.exec(String(value))
  if (found === null) return value
  const factor = { K: 1 / 1024, M: 1, G: 1024 }[found[2]!.toUpperCase()]!
  return Math.round(Number(found[1]) * factor)
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
