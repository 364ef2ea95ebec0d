const makers: readonly (readonly [RegExp, string])[] = [
  [/claude/i, 'Anthropic'],
  [/^(gpt|o3|o4)/i, 'OpenAI'],
  [/gemini/i, 'Google'],
  [/deepseek/i, 'DeepSeek'],
  [/^glm/i, 'Z.ai'],
  [/kimi/i, 'Moonshot'],
  [/minimax/i, 'MiniMax'],
  [/nemotron/i, 'NVIDIA'],
  [/qwen/i, 'Alibaba'],
  [/trinity/i, 'Arcee'],
  [/devstral/i, 'Mistral'],
  [/llama|muse/i, 'Meta'],
  [/grok|xai/i, 'xAI'],
]

/** Who made a model, by its name; a name that tells nobody stands for itself. */
export function makerOf(model: string): string {
  return makers.find(([name]) => name.test(model))?.[1] ?? model
}
