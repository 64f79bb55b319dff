import {deliveryRows} from './delivery.mjs';
import {protectedRows} from './protected.mjs';
import {uptimeRows} from './uptime.mjs';

/** Draws of each interval: enough for its ends to move by less than records do. */
const DRAWS = {uptime: 1000, protected: 500};

/**
 * Every row of the table, in its order.
 *
 * @param {import('./coverage.mjs').Library} of
 * @returns {readonly import('./coverage.mjs').Row[]}
 */
export function rows(of) {
  return [...uptimeRows(of, DRAWS.uptime), ...protectedRows(of, DRAWS.protected), ...deliveryRows(of)];
}
