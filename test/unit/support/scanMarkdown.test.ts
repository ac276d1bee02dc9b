import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/views/text.ts';
import { findRawMentions, scanMarkdown } from '../../support/payloads/scanMarkdown.ts';

describe('the reading of Discord’s Markdown that tests judge by', () => {
  it.each([
    ['# a', 'heading'],
    ['  ### a', 'heading'],
    ['-# a', 'subtext'],
    ['> a', 'quote'],
    ['>>> a', 'quote'],
    ['a\n- b', 'item'],
    ['1. a', 'item'],
    ['12345678901. a', 'item'],
    ['a **b** c', 'bold'],
    ['a *b* c', 'sign'],
    ['a __b__', 'sign'],
    ['~~a~~', 'sign'],
    ['||a||', 'sign'],
    ['a `b`', 'code'],
    ['```\na```', 'code'],
    ['[a](https://b.example)', 'link'],
    ['[a](<https://b.example>)', 'link'],
    ['https://a.example', 'address'],
    ['<https://a.example>', 'address'],
    [':smile:', 'emoji'],
    ['<:a:1>', 'emoji'],
    ['<@1>', 'user'],
    ['<@!1>', 'user'],
    ['<@&1>', 'role'],
    ['<#1>', 'channel'],
    ['<t:1:R>', 'timestamp'],
    ['</a b:1>', 'command'],
    ['<id:customize>', 'guide'],
    ['@everyone', 'sign'],
  ])('sees what %j does, and that it does nothing once escaped', (text, kind) => {
    expect(scanMarkdown(text).map((active) => active.kind)).toContain(kind);
    expect(scanMarkdown(escapeMarkdown(text))).toEqual([]);
  });

  it('reads within bold and within labels', () => {
    expect(scanMarkdown('**[a <@1>](https://b.example/)**').map(({ kind }) => kind)).toEqual(['bold', 'link', 'user']);
  });

  it('knows where a link leads', () => {
    expect(scanMarkdown('[a \\[b\\]](https://b.example/x)')).toEqual([{ kind: 'link', value: 'https://b.example/x' }]);
  });

  it('finds what the server reads, which knows no escapes', () => {
    expect(findRawMentions('\\<@1> and \\@everyone, @here')).toEqual(['<@1>', '@everyone', '@here']);
  });
});
