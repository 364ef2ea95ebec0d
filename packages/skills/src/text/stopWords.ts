/**
 * English words that say nothing about a need: articles, pronouns, auxiliaries, prepositions, conjunctions. Short on
 * purpose: "use", "make" or "need" stay in, since their weight is a router's own business.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after all also am an and any are as at be because been before being but by can cant could did do does doesnt
   doing dont for from had has have having he her here him his how i if im in into is isnt it its ive just let lets me
   my no nor not of on once only or other our out over own same she should so some such than that thats the their them
   then there these they this those to too under until up us very was we were what when where which while who whom why
   will with would you your`.split(/\s+/),
)
