/** The words of a text parameter: "办公费、差旅费，会议费" as the officer separates them. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .split(/[、,，;；\s]+/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
