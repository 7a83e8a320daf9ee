/** A request is a sentence or a filled-in form. */
export const requestBytes = 64 * 1024;

/** Characters that someone can write at once. */
export const mostTyped = 3_000;

/** Pages that listen at the same time. */
export const mostStreams = 50;

/** Messages that a chat shows; older ones scroll out of reach. */
export const mostMessages = 500;

/** The same where nobody looks. */
export const mostUnseen = 20;

/** How often a listening page hears the time, in milliseconds. */
export const clockEveryMs = 15_000;

/** How soon a listening page hears that the database has changed, in milliseconds. */
export const lookEveryMs = 250;

/** The clock goes so far forward at once, in milliseconds. */
export const mostTravelMs = 5 * 7 * 24 * 60 * 60_000;
