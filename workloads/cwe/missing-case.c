#include <stdio.h>

enum color { RED, GREEN, BLUE };

static int price(enum color color) {
    int price = 0;
    switch (color) {
    case RED:
        price = 1;
        break;
    case GREEN:
        price = 2;
        break;
    }
    return price;
}

int main(void) {
    printf("%d\n", price(BLUE));
    return 0;
}
