import { describe, expect, it } from 'vitest';
import { scanMarkup } from '../../../src/sources/markup.ts';

function eventsOf(text: string, language: 'html' | 'xml' = 'xml') {
  const events: string[] = [];
  const isCut = scanMarkup(text, language, {
    onOpen: ({ name, attributes, isSelfClosing, start, end }) => {
      expect(text.slice(start, start + 1 + name.length)).toBe(`<${name}`);
      expect(text[end - 1]).toBe('>');
      const written = [...attributes].map(([key, value]) => ` ${key}=[${value}]`).join('');
      events.push(`<${name}${written}${isSelfClosing ? '/' : ''}>`);
    },
    onClose: (name, start, end) => {
      expect(text.slice(start, end)).toMatch(/^<\/[^>]*>$/);
      events.push(`</${name}>`);
    },
    onText: (raw) => events.push(raw),
    onCdata: (raw) => events.push(`[${raw}]`),
    onDeclaration: (declaration) => events.push(`!${declaration}`),
  });
  return [...events, ...(isCut ? ['cut'] : [])];
}

describe('markup as events', () => {
  it.each([
    ['<a>b</a>', ['<a>', 'b', '</a>']],
    ['<a b="c>d" e=\'f"\' g=h i>', ['<a b=[c>d] e=[f"] g=[h] i=[]>']],
    ['<a\n\tb = "c"\n/>', ['<a b=[c]/>']],
    ['<a b=c/d>x<br/></a >', ['<a b=[c/d]>', 'x', '<br/>', '</a>']],
    ['<a b="1" b="2">', ['<a b=[1]>']],
    ['<dc:creator xml:lang="en"/>', ['<dc:creator xml:lang=[en]/>']],
    ['<été>x</été>', ['<été>', 'x', '</été>']],
    ['5 < 6 <3 <', ['5 < 6 <3 <']],
    ['a<!-- <b> -- > -->c', ['a', 'c']],
    ['<![CDATA[<b>&amp;]]]>', ['[<b>&amp;]]']],
    ['<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]>', ['!!DOCTYPE rss [<!ENTITY a "b"', ']>']],
  ])('%j', (text, events) => {
    expect(eventsOf(text)).toEqual(events);
  });

  it.each([
    ['<a', ['cut']],
    ['x<a b="c', ['x', 'cut']],
    ['</a', ['cut']],
    ['<!-- a', ['cut']],
    ['<![CDATA[half', ['[half]', 'cut']],
    ['<a>text', ['<a>', 'text']],
  ])('says where a document was cut: %j', (text, events) => {
    expect(eventsOf(text)).toEqual(events);
  });

  it('takes what a script or a title holds for text, in HTML alone', () => {
    expect(eventsOf('<script>a<b></SCRIPT ><title>A <b></title>', 'html')).toEqual([
      ...['<script>', 'a<b>', '</SCRIPT>', '<title>', 'A <b>', '</title>'],
    ]);
    expect(eventsOf('<script>a<b>')).toEqual(['<script>', 'a', '<b>']);
    expect(eventsOf('<style>never closed<p>', 'html')).toEqual(['<style>', 'never closed<p>']);
  });

  it('stops when it is told to', () => {
    const names: string[] = [];
    const isCut = scanMarkup('<a><b><c', 'xml', {
      onOpen: ({ name }, stop) => {
        names.push(name);
        if (name === 'b') stop();
      },
    });
    expect([names, isCut]).toEqual([['a', 'b'], false]);
  });

  it('drops attributes beyond the first 64', () => {
    const many = Array.from({ length: 100 }, (_, index) => `a${index}="v"`).join(' ');
    expect(eventsOf(`<a ${many}>`)[0]?.match(/a\d+/g)).toHaveLength(64);
  });
});
