import { describe, expect, it } from "vitest";
import {
  afterSent,
  canUndo,
  type Draft,
  type DraftEvent,
  emptyDraft,
  fieldState,
  isDirty,
  nextDraft,
} from "../../../../renderer/components/autosave/draft.ts";

type Fields = Readonly<{ name: string; amount: number }>;
const stored: Fields = { name: "甲", amount: 1 };

const play = (...events: readonly DraftEvent<Fields>[]): Draft<Fields> =>
  events.reduce(nextDraft<Fields>, emptyDraft<Fields>());

const edit = (changes: Partial<Fields>): DraftEvent<Fields> => ({ kind: "edit", changes });
const send = (now: Fields = stored): DraftEvent<Fields> => ({ kind: "send", stored: now });
const sent: DraftEvent<Fields> = { kind: "sent" };
const failed: DraftEvent<Fields> = { kind: "failed", error: new Error("磁盘已满") };
const undo: DraftEvent<Fields> = { kind: "undo", key: "name" };

describe("a record that saves as one goes", () => {
  it("says of a field how far it is", () => {
    expect(fieldState(play(), "name")).toBe("same");
    expect(fieldState(play(edit({ name: "乙" })), "name")).toBe("unsaved");
    expect(fieldState(play(edit({ name: "乙" }), send()), "name")).toBe("saving");
    expect(fieldState(play(edit({ name: "乙" }), send(), sent), "name")).toBe("saved");
    expect(fieldState(play(edit({ name: "乙" }), send(), failed), "name")).toBe("failed");
  });

  it("says nothing of the other fields", () => {
    expect(fieldState(play(edit({ name: "乙" }), send(), sent), "amount")).toBe("same");
  });

  it("is sent once more, with both, when something was typed while it was on its way", () => {
    const draft = play(edit({ name: "乙" }), send(), edit({ amount: 2 }));
    const sending = { ...stored, ...draft.sending };
    expect(afterSent(sending, draft.pending)).toEqual({ name: "乙", amount: 2 });
    expect(afterSent(sending, play(edit({ name: "乙" }), send()).pending)).toBeNull();
  });

  it("does not send what came back to what is stored", () => {
    expect(play(edit({ name: "乙" }), edit({ name: "甲" }), send()).sending).toEqual({});
  });

  it("keeps what was typed while a save was under way", () => {
    const draft = play(edit({ name: "乙" }), send(), edit({ name: "乙丙" }), sent);
    expect(draft.pending).toEqual({ name: "乙丙" });
    expect(fieldState(draft, "name")).toBe("unsaved");
  });

  it("keeps what was typed when a save failed, and sends it again", () => {
    const draft = play(edit({ name: "乙" }), send(), failed);
    expect(draft.pending).toEqual({ name: "乙" });
    expect(draft.failure).toBeInstanceOf(Error);
    expect(nextDraft(draft, send()).sending).toEqual({ name: "乙" });
  });

  it("forgets a failure at the next key", () => {
    expect(play(edit({ name: "乙" }), send(), failed, edit({ name: "乙2" })).failure).toBeNull();
  });
});

describe("undo", () => {
  it("first forgets what is not saved", () => {
    const draft = play(edit({ name: "乙" }), undo);
    expect(isDirty(draft)).toBe(false);
    expect(canUndo(draft, "name")).toBe(false);
  });

  it("brings back the value before the last save, and that is saved like any edit", () => {
    const draft = play(edit({ name: "乙" }), send(), sent, undo);
    expect(draft.pending).toEqual({ name: "甲" });
  });

  it("goes back further each time", () => {
    const twice = play(
      edit({ name: "乙" }),
      send(),
      sent,
      edit({ name: "丙" }),
      send({ ...stored, name: "乙" }),
      sent,
      undo,
      send({ ...stored, name: "丙" }),
      sent,
    );
    expect(nextDraft(twice, undo).pending).toEqual({ name: "甲" });
  });

  it("has an end", () => {
    const back = play(edit({ name: "乙" }), send(), sent, undo, send({ ...stored, name: "乙" }), sent);
    expect(canUndo(back, "name")).toBe(false);
    expect(nextDraft(back, undo)).toEqual(back);
  });

  it("cannot bring back what was never replaced because the save failed", () => {
    const draft = play(edit({ name: "乙" }), send(), failed, undo);
    expect(canUndo(draft, "name")).toBe(false);
  });

  it("leaves the other field of the same save alone", () => {
    const draft = play(edit({ name: "乙", amount: 2 }), send(), sent, undo);
    expect(draft.pending).toEqual({ name: "甲" });
    expect(canUndo(draft, "amount")).toBe(true);
  });
});
