import { describe, expect, it } from 'vitest'
import { namesSkill } from '../src/leak.ts'

describe('namesSkill', () => {
  it.each([
    ['the squeezed name occurs', 'Use the Git-Commit helper', 'git-commit', true],
    ['also inside a word', 'my subgithubber', 'github', true],
    ['two long parts occur, in any order', 'release notes for the github page', 'github-release', true],
    ['spaces neither make nor break an occurrence', 'a rel eased git hub', 'github-release', true],
    ['one long part is not enough', 'a release', 'github-release', false],
    ['parts below four letters do not count', 'an api for the web', 'web-ui-api', false],
    ['nothing occurs', 'boil water', 'tea', false],
    ['a name without letters or digits never occurs', 'anything', '--', false],
  ])('%s', (_, request, name, expected) => expect(namesSkill(request, name)).toBe(expected))
})
