import {type Disclosure, quantity, type Tier, type Unit} from '../../src/base/index.ts';
import {type Input, type Known, read, type Style, type Subject} from '../../src/figure/index.ts';

interface More {
  readonly style?: Style;
  readonly subject?: Subject;
  readonly disclosure?: Disclosure;
  readonly tier?: Tier;
  readonly source?: string;
  readonly file?: string;
}

/** A figure as some file holds it: `figure(50, 'pod')`. Public unless told. */
export function figure(value: number, unit: string | Unit = '1', more: More = {}): Known {
  const {tier = 'stated', source = 'a letter', file = 'letter.md', ...rest} = more;
  const span = {file, from: 10, to: 20, line: 2, column: 5};
  return read(quantity(value, unit), span, {tier, source}, rest);
}

/** `secret(18_730_000, 'USD/day')`: an employer's. */
export function secret(value: number, unit: string = '1', more: More = {}): Known {
  return figure(value, unit, {file: 'case.yaml', ...more, disclosure: 'confidential'});
}

/** `named({pods: figure(50, 'pod')})`: inputs of a formula. */
export function named(of: Readonly<Record<string, Input['figure']>>): readonly Input[] {
  return Object.entries(of).map(([name, one]) => ({name, label: `the ${name}`, figure: one}));
}
