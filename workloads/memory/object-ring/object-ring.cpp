// Object rings: every step makes an object in the place of the oldest one; some are shared with a
// second ring, in which they live longer.
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>

namespace {

// Objects in each of the rings.
constexpr std::size_t RING = 500;
// One object in so many enters the second ring too.
constexpr std::uint64_t SHARED = 8;

struct Item {
    std::uint64_t key;
    std::uint32_t value;
    std::uint32_t age;
};

using Ring = std::array<std::shared_ptr<const Item>, RING>;

void fill(Ring &ring) {
    for (std::size_t key = 0; key < RING; ++key) {
        ring[key] = std::make_shared<Item>(Item{key, 0, 0});
    }
}

void churn(Ring &latest, Ring &shared, std::uint64_t steps) {
    fill(latest);
    fill(shared);
    for (std::uint64_t key = 0; key < steps; ++key) {
        auto &place = latest[key % RING];
        const auto value = 31 * place->value + static_cast<std::uint32_t>(key);
        place = std::make_shared<Item>(Item{key, value, place->age + 1});
        if (key % SHARED == 0) {
            shared[key / SHARED % RING] = place;
        }
    }
}

std::uint32_t digest(std::uint32_t hash, const Ring &ring) {
    for (const auto &item : ring) {
        hash = 31 * hash + static_cast<std::uint32_t>(item->key);
        hash = 31 * hash + item->value;
        hash = 31 * hash + item->age;
    }
    return hash;
}

// A whole number above zero.
std::optional<std::uint64_t> parse(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) try {
    const auto size = argc == 2 ? parse(argv[1]) : std::nullopt;
    if (!size) {
        std::cerr << "usage: object-ring <steps>\n";
        return 2;
    }
    Ring latest;
    Ring shared;
    const auto start = std::chrono::steady_clock::now();
    churn(latest, shared, *size);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << digest(digest(0, latest), shared) << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "object-ring: " << error.what() << '\n';
    return 1;
}
