/** The path of a Chromium that is already here, or null. */
export declare function findChromium(): Promise<string | null>
