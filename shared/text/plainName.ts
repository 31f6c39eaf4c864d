/** Names are compared without spaces and with one kind of brackets, as they are typed either way. */
export const plainName = (name: string): string => name.normalize("NFKC").replace(/\s/g, "");
