import fs from 'fs'
import { readLibrary } from './src/input/index.ts'
import { anchoring } from './src/steps/index.ts'
import { editedStandings } from './src/evaluate/standing.ts'
import { requestCurves } from '@lawbook/sweeps'
import { chosenPointwise } from '@lawbook/routers'
import { hash32 } from '@lawbook/base'
const L = await readLibrary('/work/main/datasets/skill-pipelines/skills', {cwd:'/work/main',home:'/tmp'})
const lib={skills:L.skills}
const by = new Map(lib.skills.map(s=>[s.name,s.id]))
const rq = fs.readFileSync('/tmp/s7/own.jsonl','utf8').trim().split('\n').map(x=>JSON.parse(x)).map(r=>({...r,skill:by.get(r.skill),wording:'direct',domain:'',abstract:false}))
const fam = r=>hash32(r.id.split('/').slice(0,2).join('/'))%2
const mean=x=>{let s=0;for(const v of x)s+=v;return s/x.length}
const out=[]
for (const h of [0,1]) {
  const cal = rq.filter(r=>fam(r)===h), ask=rq.filter(r=>fam(r)!==h)
  const ed = anchoring().edit(lib, cal)
  for (const router of chosenPointwise(['bm25','tf-idf','char-ngrams','token-overlap'])) {
    const acc = async e=>mean(requestCurves(await editedStandings({router,original:lib,edited:e,requests:ask,resources:{},reading:'strict'}),[79],79).right)
    const b=await acc({library:lib,edits:[]}), a=await acc(ed); out.push(a-b)
    console.log(router.id, b.toFixed(3), (100*(a-b)).toFixed(2))
  }
}
console.log(100*mean(out))
