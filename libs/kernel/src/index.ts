export { chinaDate, startOfChinaDay, systemClock, type Clock } from './clock.js';
export { DomainError, type FieldFault } from './domain-error.js';
export { newId } from './ids.js';
export { assertNever, assertTransition, unreachableStates, type Transitions } from './transitions.js';
