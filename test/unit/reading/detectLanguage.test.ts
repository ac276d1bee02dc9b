import { expect, it } from 'vitest';
import { detectLanguage } from '../../../src/reading/detectLanguage.ts';

it.each([
  ['en', 'The price of bread is a matter for the council, and it was not settled in the spring.'],
  ['de', 'Der Preis des Brotes ist eine Sache für den Rat, und er wird nicht im Frühjahr entschieden.'],
  ['fr', 'Le prix du pain est une affaire pour le conseil et il ne sera pas fixé au printemps par les élus.'],
  ['es', 'El precio del pan es un asunto para el consejo y no se decide en la primavera por los vecinos.'],
  ['it', 'Il prezzo del pane è una questione per il consiglio e non si decide in primavera con gli altri.'],
  ['pt', 'O preço do pão é uma questão para o conselho e não se decide na primavera com os outros.'],
  ['nl', 'De prijs van het brood is een zaak voor de raad en het wordt niet in het voorjaar beslist.'],
  ['ru', 'Цена хлеба остаётся делом совета.'],
  ['zh', '面包的价格由议会决定。'],
  ['ja', 'パンの価格は議会が決めます。'],
  ['ar', 'سعر الخبز شأن المجلس.'],
])('knows %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

it.each(['', 'Brexit', 'Alpha Beta Gamma Delta', '12345 67890', 'Ціна хліба є справою ради.'])(
  'is unsure of “%s”',
  (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  },
);
