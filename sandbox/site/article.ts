// One text of the sample society, as its web site and its feeds present it. The file format is described in data/sample/README.md.

export interface Article {
  /** Stable for the life of the article, also when it is retitled; the feed's guid. */
  id: string;
  slug: string;
  title: string;
  author: string;
  publishedAt: Date;
  categories: string[];
  /** What the feed carries as its description. */
  teaser: string;
  blocks: ArticleBlock[];
  image: ArticleImage;
  /** A BCP 47 tag. */
  language: string;
}

interface ArticleImage {
  /** A file in `images/`. */
  file: string;
  alt: string;
  sizeBytes: number;
}

export type ArticleBlock = { kind: 'heading'; text: string } | { kind: 'paragraph'; pieces: ArticlePiece[] };

/** A run of plain text, or of linked text when `url` is there. */
interface ArticlePiece {
  text: string;
  url?: string;
}

const LINK = /\[([^\]]+)\]\((https?:[^)\s]+)\)/g;

/** Reads a paragraph in which `[words](https://…)` is the only markup. */
function parsePieces(paragraph: string): ArticlePiece[] {
  const pieces: ArticlePiece[] = [];
  let end = 0;
  for (const match of paragraph.matchAll(LINK)) {
    const [whole, text = '', url = ''] = match;
    if (match.index > end) pieces.push({ text: paragraph.slice(end, match.index) });
    pieces.push({ text, url });
    end = match.index + whole.length;
  }
  if (end < paragraph.length) pieces.push({ text: paragraph.slice(end) });
  return pieces;
}

/** Reads the text below an article's head: blank lines part the blocks, `## ` opens a subheading. */
export function parseBlocks(text: string): ArticleBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) =>
      block.startsWith('## ')
        ? { kind: 'heading', text: block.slice(3) }
        : { kind: 'paragraph', pieces: parsePieces(block.replaceAll('\n', ' ')) },
    );
}
