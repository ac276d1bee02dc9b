// Two packages without types, as far as the benchmark uses them.

declare module 'lexrank' {
  const lexrank: {
    summarize(
      text: string,
      lines: number,
      done: (error: unknown, top: readonly { readonly text: string }[]) => void,
    ): void;
  };
  export default lexrank;
}

declare module 'node-summarizer' {
  export class SummarizerManager {
    constructor(text: string, sentences: number);
    getSummaryByFrequency(): { readonly summary: string };
  }
}
