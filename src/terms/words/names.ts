const NAMES: Readonly<Record<string, string>> = {
  base: 'base',
  bonus: 'bonus',
  pnl: 'participation',
  equity: 'equity',
  signOn: 'sign-on',
  buyOut: 'buy-out',
  onCall: 'on-call',
  milestone: 'milestone',
  deferral: 'deferral',
  retention: 'retention bonus',
  severance: 'severance',
  gardenLeave: 'garden leave',
  nonCompete: 'non-compete',
  notice: 'notice',
  relocation: 'relocation',
  pension: 'pension',
  benefit: 'benefit',
  options: 'options',
  carry: 'carry',
  total: 'total',
};

/** A component in words: `pnl` is participation. */
export function componentName(component: string): string {
  return NAMES[component] ?? component.replace(/^other:/, '');
}
