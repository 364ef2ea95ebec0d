import { frontMatterFields, splitFrontMatter } from './frontMatter.ts'
import type { Skill } from './skill.ts'

/** The rules of a well-formed SKILL.md that a text may break. A text that breaks one is read all the same. */
export const warningRules = [
  'byte-order-mark',
  'carriage-return',
  'no-front-matter',
  'unclosed-front-matter',
  'tab-in-front-matter',
  'invalid-yaml',
  'no-name',
  'name-not-text',
  'name-not-folder',
  'name-too-long',
  'no-description',
  'description-not-text',
  'description-too-long',
  'empty-body',
] as const

export type WarningRule = (typeof warningRules)[number]
/** `detail` never quotes the text: lengths and places only. */
export type Warning = { readonly rule: WarningRule; readonly detail: string }
export type SkillSource = Pick<Skill, 'id' | 'package' | 'licence'> & { readonly folder: string }

/**
 * A SKILL.md as a skill. Lenient: the folder stands in for a missing name, the first paragraph of the body for a
 * missing description, and front matter that is not YAML is read line by line. Every departure is a warning, nothing
 * is dropped silently. The limits (name 64 characters, description 1,024) are those of the Agent Skills format,
 * https://agentskills.io/specification.
 */
export function parseSkill(text: string, source: SkillSource): { skill: Skill; warnings: Warning[] } {
  const warnings: Warning[] = []
  const warn = (rule: WarningRule, detail: string): void => void warnings.push({ rule, detail })

  const { frontMatter, body } = splitFrontMatter(normalised(text, warn), warn)
  const fields = frontMatter === null ? {} : frontMatterFields(frontMatter, warn)
  const skill: Skill = {
    id: source.id,
    name: nameOf(fields.name, source.folder, warn),
    description: descriptionOf(fields.description, body, warn),
    body,
    package: source.package,
    licence: source.licence,
    tags: tagsOf(fields),
  }
  if (body === '') warn('empty-body', 'nothing below the front matter')
  return { skill, warnings }
}

type Warn = (rule: WarningRule, detail: string) => void

function normalised(text: string, warn: Warn): string {
  let result = text
  if (result.startsWith('\uFEFF')) {
    warn('byte-order-mark', 'the text begins with U+FEFF')
    result = result.slice(1)
  }
  if (result.includes('\r')) {
    warn('carriage-return', 'lines end in carriage return')
    result = result.replace(/\r\n?/g, '\n')
  }
  return result
}

function nameOf(value: unknown, folder: string, warn: Warn): string {
  if (value === undefined || value === null || value === '') {
    warn('no-name', 'the folder name stands in')
    return folder
  }
  if (typeof value !== 'string') warn('name-not-text', `the name is a ${typeof value}`)
  const name = oneLine(String(value))
  if (name !== folder) warn('name-not-folder', 'the name is not that of its folder')
  if (name.length > 64) warn('name-too-long', `${name.length} characters, at most 64`)
  return name
}

function descriptionOf(value: unknown, body: string, warn: Warn): string {
  if (value === undefined || value === null || value === '') {
    warn('no-description', 'the first paragraph of the body stands in')
    return firstParagraph(body)
  }
  if (typeof value !== 'string') warn('description-not-text', `the description is a ${typeof value}`)
  const description = oneLine(typeof value === 'string' ? value : JSON.stringify(value))
  if (description.length > 1024) warn('description-too-long', `${description.length} characters, at most 1,024`)
  return description
}

/** The first paragraph that is neither a heading nor a rule nor a table, quotation or code fence; '' if there is none. */
function firstParagraph(body: string): string {
  const paragraphs = body.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/^#+ .*$/gm, '').trim())
  return oneLine(paragraphs.find((paragraph) => /^[^-=>`|<]/.test(paragraph)) ?? '')
}

/** `tags` and `category`, at the top or anywhere under `metadata`, each value once, in the order given. */
function tagsOf(fields: Readonly<Record<string, unknown>>): string[] {
  const found = [fields.tags, fields.category].flatMap(texts)
  const nested = isRecord(fields.metadata) ? tagsBelow(fields.metadata) : []
  return [...new Set([...found, ...nested])]
}

function tagsBelow(node: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'tags' || key === 'category') return texts(value)
    return isRecord(value) ? tagsBelow(value) : []
  })
}

function texts(value: unknown): string[] {
  const items = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : []
  return items
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map((item) => oneLine(String(item)))
    .filter((item) => item !== '')
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
