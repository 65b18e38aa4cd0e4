package io.sspr.reset.chatty;

class Prints {

    void print(String text) {
        System.out.println(text);
    }
}
