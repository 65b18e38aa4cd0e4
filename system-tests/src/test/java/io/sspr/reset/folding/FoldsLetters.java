package io.sspr.reset.folding;

class FoldsLetters {

    boolean same(String a, String b) {
        return a.equalsIgnoreCase(b);
    }
}
