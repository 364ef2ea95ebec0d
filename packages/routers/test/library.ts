import type { Library, Request, Skill } from '@lawbook/skills'

/** A skill of a test library: only name and description matter to a router. */
function skill(name: string, description: string, tags: string[] = []): Skill {
  return { id: `own@1.0.0:${name}`, name, description, body: '', package: 'own', licence: 'MIT', tags }
}

/** A request of a test library. */
export function request(text: string, right = 'own@1.0.0:bread', id = text): Request {
  return { id, skill: right, wording: 'direct', domain: 'kitchen', abstract: false, text }
}

/** Twelve short texts written for these tests. */
export const kitchen: Library = {
  skills: [
    skill('bread', 'Bake sourdough bread at home: starter, kneading, proofing and the oven schedule'),
    skill('cake', 'Bake and decorate layered cakes with cream for birthdays'),
    skill('coffee', 'Brew filter coffee, grind size and water temperature for a clean cup'),
    skill('fermenting', 'Ferment cabbage and cucumbers in brine, with a schedule for tasting'),
    skill('grilling', 'Grill vegetables and fish over charcoal without burning them'),
    skill('knives', 'Sharpen kitchen knives on a whetstone and keep the edge'),
    skill('noodles', 'Knead dough for hand pulled noodles and cook them in broth', ['dough']),
    skill('oven', 'Clean an oven, calibrate its temperature and choose the right shelf'),
    skill('pickles', 'Pickle vegetables in vinegar for the winter cupboard'),
    skill('soup', 'Cook a vegetable soup from leftovers and season the broth'),
    skill('starter', 'Feed and store a sourdough starter between baking days'),
    skill('tea', 'Steep green tea: leaf, water temperature and time'),
  ],
}

/** Requests in several degrees of closeness to the library; the last shares no word with it. */
export const requests: Request[] = [
  request('how long do I proof sourdough bread before it goes into the oven'),
  request('which water temperature suits green tea'),
  request('my starter smells odd, when should I feed it'),
  request('vegetable broth from what is left over'),
  request('sharpen a dull knife'),
  request('dough for noodles, dough for bread'),
  request('zzyzx qwqwq'),
]
