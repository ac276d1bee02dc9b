import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../src/sources/page/parsePage.ts';

const sentences = [
  'The harbour was rebuilt in three stages, and each of them cost more than the council had been told.',
  'When the last stone was laid, the ships had grown too large for it, and the trade had moved along the coast.',
  'What is left is a fine place to walk, and a lesson in how long it takes to build anything that has to stand in water.',
];
const [first = '', second = '', third = ''] = sentences;
const paragraph = (text: string) => `<p>${text}</p>`;
const read = (...parts: string[]) =>
  parsePage({
    bytes: Buffer.from(`<html><body><main>${parts.join('')}</main></body></html>`),
    url: 'https://www.society.example.org/post/1',
  }).text.split('\n\n');
const body = sentences.map(paragraph);

describe('furniture within an article', () => {
  it.each([
    [
      'a list of other articles with its heading',
      '<h3>More from us</h3><ul><li><a href="/a">Salt</a></li><li><a href="https://blog.society.example.org/b">Slate</a></li></ul>',
    ],
    ['a line that is a link to the site', '<p><a href="/a">The salt road, and who walked it</a></p>'],
    [
      'what stands under a picture',
      '<figure><img src="a.jpg"><span>Photo of the harbour</span><cite>Archive</cite></figure>',
    ],
    ['a box for a newsletter', '<div class="NewsletterBox"><p>Letters from the coast, twice a year.</p></div>'],
    ['what nobody sees', '<p style="display: none">You are reading an old version of this page.</p>'],
    ['a pointer to another article', '<p>Related: the salt road, and who walked it</p>'],
    ['the credit of a picture', '<p>(Photo: Town Archive)</p>'],
  ])('goes: %s', (_name, furniture) => {
    expect(read(paragraph(first), furniture, paragraph(second), paragraph(third))).toEqual(sentences);
  });

  it.each([
    [
      'a list of links to other sites',
      '<ul><li><a href="https://one.example.net/">The ministry on harbours</a></li></ul>',
      '• The ministry on harbours',
    ],
    ['a linked heading', '<h2><a href="#stone">The last stone</a></h2>', 'The last stone'],
    [
      'a section whose id is made of its heading',
      '<section id="related-work"><h2>Related work</h2><p>Others have written on it too.</p></section>',
      'Others have written on it too.',
    ],
    ['a table in a figure', '<figure><table><tr><td>1840</td><td>3 ships</td></tr></table></figure>', '1840 3 ships'],
    [
      'a sentence about sharing',
      '<p>We share this harbour with the gulls. Follow the path to the end.</p>',
      'We share this harbour with the gulls. Follow the path to the end.',
    ],
    ['an item of advice', '<ul><li>Sign up for a berth in March.</li></ul>', '• Sign up for a berth in March.'],
  ])('stays: %s', (_name, content, text) => {
    expect(read(paragraph(first), paragraph(second), content, paragraph(third))).toContain(text);
  });

  it('is not told by the names that programmes make up', () => {
    const wrap = (name: string) => (text: string) => `<div class="${name}"><div>${paragraph(text)}</div></div>`;
    for (const name of ['css-1ad4meta7', 'kAdQr xBioZ', 'elementor-widget elementor-widget-text-editor']) {
      expect(read(...[...sentences, ...sentences].map(wrap(name))), name).toEqual([...sentences, ...sentences]);
    }
  });

  it('is never most of the page, whatever its class says', () => {
    expect(read(`<div class="share social-widget">${body.join('')}</div>`)).toEqual(sentences);
  });

  it('is what stands outside of the part marked as text', () => {
    const intro = paragraph('A word from the editor, who liked this one.');
    expect(read(`<div>${intro}<div itemprop="articleBody">${body.join('')}</div></div>`)).toEqual(sentences);
  });

  it('is a byline above the text, not a date within it', () => {
    expect(read('<div>By Ada Member</div><div>4 March 2026</div><div>Essays</div>', ...body)).toEqual(sentences);
    const dated = 'In 1840, on 3 May, the stone was laid.';
    expect(read(...body, paragraph(dated))).toContain(dated);
  });
});
