/** `npm run bench`: measures are added with the parts they measure. */
console.log("no measures yet");
