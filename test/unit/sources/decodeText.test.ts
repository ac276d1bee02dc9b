import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/sources/decodeText.ts';

const feed = (text: string) => `<rss><channel><title>${text}</title></channel></rss>`;
const encode = (text: string, charset: string) => iconv.encode(text, charset);

describe('bytes that say nothing of their charset', () => {
  it.each([
    ['shift_jis', '会員の皆様に年次総会の開催をお知らせします。'],
    ['euc-jp', '会員の皆様に年次総会の開催をお知らせします。'],
    ['euc-kr', '학회 회원 여러분께 연례 총회 개최를 알려 드립니다.'],
    ['gb18030', '学会将于下个月举行年会，欢迎各位会员参加并提交论文。'],
    ['big5', '學會將於下個月舉行年會，歡迎各位會員參加並提交論文。'],
    ['koi8-r', 'Общество приглашает своих членов на ежегодное собрание.'],
    ['windows-1251', 'Общество приглашает своих членов на ежегодное собрание.'],
    ['windows-1255', 'האגודה מזמינה את חבריה לאסיפה השנתית שתתקיים בחודש הבא.'],
    ['windows-1256', 'تدعو الجمعية أعضاءها إلى الاجتماع السنوي في الشهر القادم.'],
    ['windows-874', 'สมาคมขอเชิญสมาชิกทุกท่านเข้าร่วมการประชุมประจำปี'],
    ['iso-8859-7', 'Η εταιρεία προσκαλεί τα μέλη της στην ετήσια συνέλευση.'],
  ])('are told to be %s by their words', (charset, text) => {
    expect(decodeText(encode(feed(text), charset), '')).toBe(feed(text));
  });

  it.each([
    'Größe und Ökonomie der Länder – “früher” und später',
    'L’économie de la société : été 2026',
    '“é”€',
    'Peña, Muñoz y Núñez: ¿qué pasó?',
  ])('are windows-1252 where single letters carry accents: %s', (text) => {
    expect(decodeText(encode(feed(text), 'windows-1252'), '')).toBe(feed(text));
  });

  it('stay UTF-8 where only a few of them are something else', () => {
    const text = feed('Größe, économie, naïve, übermäßig, Šiauliai, “quoted”');
    const pasted = Buffer.concat([Buffer.from(text), Buffer.of(0x93, 0x61, 0x94)]);
    expect(decodeText(pasted, '')).toBe(`${text}“a”`);
    expect(decodeText(pasted, 'text/xml; charset=utf-8')).toBe(`${text}“a”`);
    // Cut in the middle of the last character.
    expect(decodeText(Buffer.from(`${text}é`).subarray(0, -1), '')).toMatch(/^<rss>.*Größe, économie.*<\/rss>.$/);
  });
});

describe('bytes with a label', () => {
  const euro = Buffer.of(0x93, 0x80, 0x94);
  it.each(['iso-8859-1', 'latin1', 'US-ASCII', 'windows-1252', 'x-cp1252', 'windows_1252', 'cp1252'])(
    'keep curly quotes under the label %s',
    (label) => {
      expect(decodeText(euro, `text/xml; charset=${label}`)).toBe('“€”');
    },
  );

  it.each([
    ['x-mac-roman', 'macintosh', 'Café “x”'],
    ['x-mac-cyrillic', 'maccyrillic', 'Общество'],
    ['maclatin2', 'maccenteuro', 'Žluťoučký'],
    ['cspc850multilingual', 'cp850', 'Größe'],
    ['csIBM866', 'cp866', 'Общество'],
    ['gb2312', 'gb18030', '学会'],
    ['ks_c_5601-1987', 'cp949', '학회'],
  ])('are read by the table meant by %s', (label, charset, text) => {
    const declared = encode(`<?xml version="1.0" encoding="${label}"?>${feed(text)}`, charset);
    expect(decodeText(declared, '')).toContain(feed(text));
    expect(decodeText(encode(text, charset), `application/xml; charset="${label}"`)).toBe(text);
  });

  it('are read in the one charset only the platform knows', () => {
    const japanese = Buffer.from('\u001b$B2q\u001b(B', 'latin1');
    expect(decodeText(japanese, 'text/xml; charset=iso-2022-jp')).toBe('会');
  });

  it('are read for what they are where the label is wrong', () => {
    expect(decodeText(Buffer.from(feed('é')), 'text/xml; charset=utf-16')).toBe(feed('é'));
    expect(decodeText(Buffer.from(feed('é')), 'text/xml; charset=no-such-charset')).toBe(feed('é'));
    expect(decodeText(encode(feed('é'), 'windows-1252'), 'text/xml; charset=utf-8')).toBe(feed('é'));
  });

  it('believe a byte order mark before any label', () => {
    for (const charset of ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'utf-8']) {
      const marked = iconv.encode(feed('ünï'), charset, { addBOM: true });
      expect(decodeText(marked, 'text/xml; charset=iso-8859-1'), charset).toBe(feed('ünï'));
    }
  });
});
