/** Addresses that a phone cannot open, as they mean whatever device opens them. */

const OF_THIS_DEVICE = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/**
 * Say whether a host is this device itself, so that no phone finds it.
 *
 * @param {string} host
 */
export const isOfThisDevice = (host) => OF_THIS_DEVICE.test(host);
