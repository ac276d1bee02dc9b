import { describe, expect, it } from 'vitest';
import { chooseTags } from '../../../src/delivery/chooseTags.ts';

const tag = (id: string, name: string, isModerated = false) => ({ id, name, isModerated });
const forum = {
  tags: [tag('1', 'Staff pick', true), tag('2', 'Working paper'), tag('3', 'Trade'), tag('4', 'ＴＲＡＤＥ ')],
  requiresTag: false,
  mayManageThreads: false,
};

describe('the tags of a forum post', () => {
  it('are those called as the article’s categories, whatever their letters', () => {
    expect(chooseTags(['trade', 'Money'], forum)).toEqual(['3', '4']);
    expect(chooseTags([' WORKING PAPER'], forum)).toEqual(['2']);
  });

  it('are none where none fits', () => {
    expect(chooseTags(['Money'], forum)).toEqual([]);
    expect(chooseTags([], forum)).toEqual([]);
  });

  it('leave moderated ones to those who may set them', () => {
    expect(chooseTags(['staff pick'], forum)).toEqual([]);
    expect(chooseTags(['staff pick'], { ...forum, mayManageThreads: true })).toEqual(['1']);
  });

  it('are the first that anybody may set, where a tag must be and none fits', () => {
    expect(chooseTags([], { ...forum, requiresTag: true })).toEqual(['2']);
    expect(chooseTags([], { ...forum, requiresTag: true, mayManageThreads: true })).toEqual(['2']);
    expect(chooseTags(['trade'], { ...forum, requiresTag: true })).toEqual(['3', '4']);
  });

  it('cannot be chosen where one must be and the bot may set none', () => {
    const moderated = { ...forum, tags: [tag('1', 'Staff pick', true)], requiresTag: true };
    expect(chooseTags(['trade'], moderated)).toBeUndefined();
    expect(chooseTags(['trade'], { ...moderated, mayManageThreads: true })).toEqual(['1']);
    expect(chooseTags([], { ...moderated, tags: [] })).toBeUndefined();
  });

  it('are at most five', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const many = { ...forum, tags: names.map((name, index) => tag(String(index), name)) };
    expect(chooseTags(names, many)).toEqual(['0', '1', '2', '3', '4']);
  });
});
