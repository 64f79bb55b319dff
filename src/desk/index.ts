export {plan, type Planned, type Sealed} from './plan.ts';
