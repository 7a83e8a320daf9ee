/** No proxy. */
export const direct = { httpsProxy: null, noProxy: '' };
