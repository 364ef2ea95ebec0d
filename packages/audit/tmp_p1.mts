import fs from 'fs'
import { readLibrary } from './src/input/index.ts'
import { anchoring } from './src/steps/index.ts'
const lib = await readLibrary('/work/main/datasets/skill-pipelines/skills', {cwd:'/work/main',home:'/tmp'})
const by = new Map(lib.skills.map(s=>[s.name,s.id]))
const rq = fs.readFileSync('/tmp/s7/own.jsonl','utf8').trim().split('\n').map(x=>JSON.parse(x)).map(r=>({...r,skill:by.get(r.skill)}))
for (const e of anchoring().edit({skills:lib.skills}, rq).edits) console.log(e.before.name, '|', /Also for: (.*)$/.exec(e.after.description)?.[1])
