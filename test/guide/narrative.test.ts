import {expect, test} from 'vitest';
import {readGuide} from '../../src/guide/index.ts';
import {madeUp} from './made-up.ts';

/** The texts of the figures in the narrative of a made-up guide that ends with `more`. */
function told(more: string) {
  const text = `${madeUp({})}\n\n${more}\n`;
  const {guide} = readGuide('x.md', text);
  return guide?.narrative
    .filter(passage => passage.span.from >= text.indexOf(more))
    .flatMap(passage => passage.sentences.flatMap(sentence => sentence.figures.map(figure => figure.text)));
}

test('a heading that argues with a sum, a percentage, a multiple or a large number is read', () => {
  expect(told('#### Sign-on of $77,777\n\nMore words.')).toEqual(['$77,777']);
  expect(told('**The 40% Premium**\n\nMore words.')).toEqual(['40%']);
  expect(told('#### The 10x Rail\n\nMore words.')).toEqual(['10']);
  expect(told('#### A Premium of 80M Orders\n\nMore words.')).toEqual(['80M']);
});

test('a heading with a bare number is a heading', () => {
  expect(told('#### Step 4\n\nMore words.')).toEqual([]);
});
