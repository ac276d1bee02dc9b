// What an answer must never look like, whatever it says: links, mentions, markup, talk about the task. Signs that the article itself
// has in the same word are its own, and are shown escaped; links and mentions of everybody are refused even then.

interface Form {
  readonly fault: string;
  readonly pattern: RegExp;
  /** True where the article's own use is no excuse. */
  readonly isAlways?: boolean;
}

const forms: readonly Form[] = [
  {
    fault: 'has a link',
    pattern: /\b\w{2,12}:\/\/|\bwww\.|\b(?:discord\.gg|discord\.com|t\.me|bit\.ly)\b|\bmailto:/iu,
    isAlways: true,
  },
  { fault: 'mentions somebody', pattern: /@(?:everyone|here)\b|<[#@:/a-z!]/iu, isAlways: true },
  { fault: 'mentions somebody', pattern: /@/u },
  {
    fault: 'has markup',
    pattern: /[*_`~|{}\\]|\[[^\]]{0,200}\]\s?\(|^ ?(?:#{1,6}|>|-#|[-+•]|\d{1,2}[.)]) /mu,
  },
  {
    fault: 'talks about itself or the task',
    pattern:
      /^\W{0,3}(?:sure|certainly|of course|okay|here(?:'s| is| are)|in summary:|summary\b|tl;? ?dr|as an? (?:ai|assistant|language model)|i(?:'m| am) (?:sorry|unable|an? )|i (?:cannot|can't|will|can))\b|\b(?:system prompt|previous instructions|as instructed)\b/iu,
  },
  {
    fault: 'has signs that cannot be seen',
    pattern:
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/u,
  },
];

/** Both as they came, trimmed. */
export function findFormFaults(answer: string, article: string): string[] {
  const faults = forms.filter(({ pattern, isAlways = false }) =>
    isAlways
      ? pattern.test(answer)
      : [...answer.matchAll(new RegExp(pattern, `${pattern.flags}g`))].some(
          (match) => !article.includes(around(match)),
        ),
  );
  return [...new Set(faults.map(({ fault }) => `it ${fault}`))];
}

/** What was found, with the words it stands in. */
function around({ 0: found, index, input }: RegExpExecArray): string {
  const before = /\S*$/u.exec(input.slice(Math.max(0, index - 80), index))?.[0] ?? '';
  const after = /^\S*/u.exec(input.slice(index + found.length, index + found.length + 80))?.[0] ?? '';
  return `${before}${found}${after}`.trim();
}
