import { pathToFileURL } from 'node:url'

/** The main file of a child: `play.ts <recipe.ts>` runs the recipe, its default export, in the current directory. */
const [recipe] = process.argv.slice(2)
try {
  const { default: play } = (await import(pathToFileURL(recipe!).href)) as { default: () => Promise<void> }
  await play()
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : String(thrown))
  process.exit(1)
}
